"""The topics of a library as values: what they are called, where they stand, who has them."""

from collections.abc import Mapping

from sitegen import text
from sitegen.cache import again
from sitegen.model import Paper, Topic
from sitegen.topics import folding, names, parents, tokens
from sitegen.topics.corrections import Corrected
from sitegen.topics.curation import Wishes
from sitegen.topics.evidence import Saying
from sitegen.topics.naming import named
from sitegen.topics.profiles import Own, profiled
from sitegen.topics.selection import Subject

_LAST_SLUGS = again.Last[tuple[Mapping[str, str], Mapping[str, str]]](__name__)


def catalogue(
    papers: Mapping[str, Paper],
    kept: Corrected,
    wishes: Wishes,
    said: Mapping[str, Mapping[Saying, int]],
    before: Mapping[str, str],
) -> dict[str, Topic]:
    """Return the topics by key; where slugs collide, each but the first carries a hash.

    Args:
        papers: With what is looked at, by id, sorted.
        kept: The topics, and who has them.
        wishes: What the owner wants.
        said: What papers write for each topic, as `sayings` tells.
        before: The key of each topic that there would be without the owner, by what its spellings
            share.
    """
    keys_of = {key: subject.keys for key, subject in kept.subjects.items()}
    members, own_names = named(papers, kept.tags, keys_of, said)
    name_of = _with_wishes(own_names, kept, wishes)
    lasting = {
        key: names.lasting(name)
        if name == own_names[key] or _stays(name, wishes.spelling(key), before)
        else name
        for key, name in name_of.items()
    }
    slugs = _slugs(lasting, len(papers))
    topics: dict[str, Topic] = {}
    for key, subject in kept.subjects.items():
        of_topic = _best_first(members[key], subject)
        listed = len(of_topic) > 1 or wishes.spelling(key) in wishes.pinned
        topics[key] = Topic(slugs[key], name_of[key], of_topic, listed=listed)
    above = parents.placed(topics, keys_of, wishes.acronyms, len(papers))
    return profiled(topics, above, wishes, Own(own_names, said, before), len(papers))


def _with_wishes(
    own_names: Mapping[str, str], kept: Corrected, wishes: Wishes
) -> Mapping[str, str]:
    """Return the names of topics by their keys, as the owner writes those that he names."""
    if not wishes.names and not kept.names:
        return own_names
    return {
        key: wishes.names.get(wishes.spelling(key)) or kept.names.get(key) or name
        for key, name in own_names.items()
    }


@again.same
def _best_first(papers: tuple[str, ...], subject: Subject) -> tuple[str, ...]:
    """Return the papers of a topic, those it fits best first."""
    scores = subject.scores
    return tuple(sorted(papers, key=lambda paper: (-scores.get(paper, 0.0), paper)))


def _slugs(lasting: Mapping[str, str], papers: int) -> Mapping[str, str]:
    """Return the addresses of topics by key; `lasting` is what each is made from."""
    last = _LAST_SLUGS.recalled()
    if last and last[0] == lasting:
        return last[1]
    slugs = text.slugs(lasting)
    _LAST_SLUGS.hold((lasting, slugs), papers)
    return slugs


def _stays(name: str, spelling: str, before: Mapping[str, str]) -> bool:
    """Tell whether the owner writes a topic's name that papers had given it, in some form.

    What is merged into it makes no other address of its page.
    """
    return folding.subject(tokens.key(name)) == spelling in before
