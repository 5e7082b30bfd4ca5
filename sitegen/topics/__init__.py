"""Topics: papers → phrases → scores → the site's topics, each with the words that gave it."""

from collections.abc import Mapping, Sequence

from sitegen import text
from sitegen.model import Paper, Rule, Tag, Tagging, Topic
from sitegen.topics import curation, evidence, names, phrases, statistics, tokens
from sitegen.topics.assignment import assigned
from sitegen.topics.ranking import rank
from sitegen.topics.selection import Subject, judged

__all__ = ["tag"]


def tag(papers: Sequence[Paper], rules: Sequence[Rule] = ()) -> Tagging:
    """Return the topics of a library, the tags and the keyphrases of its papers.

    The result does not depend on the order of `papers`; what a paper scores for a phrase does
    not depend on the other papers. `rules` are the owner's and have the last word.
    """
    background = statistics.shipped()
    ordered = sorted(papers, key=lambda paper: paper.id)
    rankings = [rank(paper, background) for paper in ordered]
    wishes = curation.wishes(rules, background.acronyms)
    groups = judged(rankings, background, wishes)
    subjects = [subject for subject, refusal in groups if refusal is None]
    chosen, tags = assigned(rankings, subjects, background, wishes)
    keys_of = {subject.key: subject.keys for subject in chosen}
    found = {
        paper.id: _mentions(paper, tags[paper.id], keys_of, background.acronyms)
        for paper in ordered
    }
    topics = _topics(chosen, tags, _names(ordered, tags, keys_of, found))
    return Tagging(
        topics=tuple(sorted(topics.values(), key=lambda topic: topic.slug)),
        tags={
            paper: tuple(Tag(topics[key].slug, evidence.spans(found[paper], key)) for key in keys)
            for paper, keys in tags.items()
        },
        keyphrases={ranking.paper: ranking.keyphrases for ranking in rankings},
    )


def _mentions(
    paper: Paper,
    tags: Sequence[str],
    keys_of: Mapping[str, Sequence[str]],
    known_acronyms: Mapping[str, str],
) -> list[evidence.Mention]:
    """Return the mentions of a paper's own topics, given as keys."""
    if not tags:
        return []
    spelling = {key: topic for topic in tags for key in keys_of[topic]}
    return evidence.mentions(phrases.cut(paper), spelling, known_acronyms)


def _names(
    papers: Sequence[Paper],
    tags: Mapping[str, Sequence[str]],
    keys_of: Mapping[str, Sequence[str]],
    found: Mapping[str, Sequence[evidence.Mention]],
) -> dict[str, str]:
    """Return the names of the topics, by key: as titles, abstracts and keywords write them."""
    surfaces: dict[str, list[str]] = {}
    inside: dict[str, list[str]] = {}
    acronyms: dict[str, list[str]] = {}
    for paper in papers:
        for mention in found[paper.id]:
            own = mention.key == mention.topic
            group = surfaces if own and mention.closes else acronyms if mention.acronym else inside
            group.setdefault(mention.topic, []).append(mention.surface)
        for keyword in paper.keywords:
            for topic in tags[paper.id]:
                if tokens.key(keyword) in keys_of[topic]:
                    surfaces.setdefault(topic, []).append(keyword)
    topics = {key for keys in tags.values() for key in keys}
    return {
        key: names.name(surfaces.get(key) or inside.get(key) or [key], acronyms.get(key, ()))
        for key in topics
    }


def _topics(
    chosen: Sequence[Subject], tags: Mapping[str, Sequence[str]], name_of: Mapping[str, str]
) -> dict[str, Topic]:
    """Return the topics by key; where slugs collide, each but the first carries a hash."""
    members: dict[str, list[str]] = {}
    for paper, keys in tags.items():
        for key in keys:
            members.setdefault(key, []).append(paper)
    slugs = text.slugs({subject.key: name_of[subject.key] for subject in chosen})
    topics: dict[str, Topic] = {}
    for subject in chosen:
        key, scores = subject.key, subject.scores
        best_first = sorted(members[key], key=lambda paper: (-scores.get(paper, 0.0), paper))
        topics[key] = Topic(slugs[key], name_of[key], tuple(best_first))
    return topics
