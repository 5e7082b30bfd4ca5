"""Topics: papers → phrases → scores → the site's topics, each with the words that gave it."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec.structs import replace

from sitegen import rules as owner
from sitegen import text
from sitegen.errors import Problem, UsageError
from sitegen.model import Paper, Rule, Tag, Tagging, Topic
from sitegen.topics import (
    curation,
    evidence,
    folding,
    keywords,
    names,
    parents,
    reasons,
    statistics,
    tokens,
)
from sitegen.topics.assignment import assigned
from sitegen.topics.corrections import Corrected, corrected, settle
from sitegen.topics.curation import Wishes
from sitegen.topics.means import USUAL, Means
from sitegen.topics.missed import missed
from sitegen.topics.profiles import profiled
from sitegen.topics.questions import Answer, Answered, Question, Questions, answered
from sitegen.topics.ranking import Packed, Ranked, Ranking, ranked, unpacked
from sitegen.topics.selection import judged
from sitegen.topics.statistics import Statistics
from sitegen.topics.unmatched import unmatched

__all__ = [
    "USUAL",
    "Answer",
    "Answered",
    "Means",
    "Packed",
    "Question",
    "Ranked",
    "Ranking",
    "answered",
    "looked_at",
    "ranked",
    "tag",
    "unpacked",
]


def tag(papers: Sequence[Paper], rules: Sequence[Rule] = (), means: Means = USUAL) -> Tagging:
    """Return the topics of a library, the tags and the keyphrases of its papers.

    The result does not depend on the order of `papers`; what a paper scores for a phrase does
    not depend on the other papers. `rules` are the owner's and have the last word.

    Raises:
        UsageError: With the rules that contradict each other in this library.
    """
    background = statistics.shipped()
    by_ident = sorted(papers, key=lambda paper: paper.id)
    bare = [looked_at(paper) for paper in by_ident]
    both = zip(by_ident, bare, strict=True)
    ordered = [replace(paper, keywords=own.keywords) for paper, own in both]
    rankings = list(means.rankings_of(bare))
    defined = [ranking.acronyms for ranking in rankings]
    wishes = _wishes(ordered, rules, curation.acronyms(defined, rules, background.acronyms))
    groups = judged(rankings, background, wishes, passing=means.misses)
    subjects = [subject for subject, refusal in groups if refusal is None]
    kept = corrected(ordered, wishes, *assigned(rankings, subjects, background, wishes))
    answers = _answers(bare, kept, wishes.acronyms, means.answers_of)
    found = {paper: answer.mentions for paper, answer in answers.items()}
    settle(kept, ordered, wishes, found)
    before = _untouched(rankings, background) if wishes.same else {}
    topics = _topics(ordered, kept, wishes, evidence.sayings(found.values()), before)
    offered = _offered(rankings, found) if rules else set()
    by_id = {paper.id: paper for paper in papers}
    by_spelling = {wishes.spelling(key): topic for key, topic in topics.items()}
    return Tagging(
        topics=tuple(sorted(topics.values(), key=lambda topic: topic.slug)),
        tags=_tags(kept, topics, answers, background),
        keyphrases={ranking.paper: ranking.keyphrases for ranking in rankings},
        missed=missed(groups, topics.keys(), by_id, background, wishes.acronyms)
        if means.misses
        else (),
        problems=_in_order([*kept.problems, *unmatched(wishes, offered, by_spelling)], rules),
    )


def looked_at(paper: Paper) -> Paper:
    """Return all of a paper that its ranking and its answers are made from."""
    own = keywords.subjects(paper.keywords)
    return Paper(paper.id, "", paper.title, paper.abstract, keywords=own)


def _wishes(papers: Sequence[Paper], rules: Sequence[Rule], acronyms: Mapping[str, str]) -> Wishes:
    """Return what the owner wants; `acronyms` are those that this library knows.

    Raises:
        UsageError: With the rules that contradict each other by what this library knows: that
            an acronym means a topic, that an id and a slug are one paper's.
    """
    idents = {paper.slug: paper.id for paper in papers}
    problems = owner.contradictions(
        rules,
        topic=lambda name: curation.spelling(name, acronyms) or name.casefold(),
        paper=lambda name: idents.get(name, name),
    )
    if problems:
        raise UsageError(*problems)
    return curation.wishes(rules, acronyms)


def _untouched(rankings: Sequence[Ranking], background: Statistics) -> dict[str, str]:
    """Return the key of each topic that there would be without the owner, by its spelling."""
    groups = judged(rankings, background, passing=False)
    subjects = [subject for subject, refusal in groups if refusal is None]
    kept, _ = assigned(rankings, subjects, background)
    return {folding.subject(subject.key): subject.key for subject in kept}


def _offered(
    rankings: Iterable[Ranking], found: Mapping[str, Iterable[evidence.Mention]]
) -> set[str]:
    """Return what the spellings of each phrase share that a paper offers or says."""
    keys = {key for ranking in rankings for key in ranking.scores}
    keys |= {mention.key for mentions in found.values() for mention in mentions}
    return {folding.subject(key) for key in keys}


def _answers(
    papers: Sequence[Paper], kept: Corrected, acronyms: Mapping[str, str], answers_of: Answered
) -> dict[str, Answer]:
    """Return what each paper says of its topics and of pinned ones, by its id.

    Args:
        papers: With all that is looked at.
        kept: The topics, and who has them.
        acronyms: Acronyms with their long forms, as keys.
        answers_of: Returns what papers answer.
    """
    asking = Questions({key: each.keys for key, each in kept.subjects.items()}, acronyms)
    # All papers, as all were ranked: so each process is asked about those that it has cut up.
    asked = [asking.question(paper, {*kept.tags[paper.id], *kept.pinned}) for paper in papers]
    idents = [paper.id for paper in papers]
    return dict(zip(idents, answers_of(asked), strict=True))


def _names(
    papers: Sequence[Paper],
    tags: Mapping[str, Sequence[str]],
    keys_of: Mapping[str, Sequence[str]],
    said: Mapping[str, Mapping[evidence.Saying, int]],
) -> dict[str, str]:
    """Return the names of the topics, by key: as titles, abstracts and keywords write them."""
    topics = {key for keys in tags.values() for key in keys}
    alone, inside, others, acronyms = ({key: Counter[str]() for key in topics} for _ in range(4))
    for topic in said.keys() & topics:
        for (key, surface, acronym, closes), count in said[topic].items():
            form = others if key != topic and not folding.says_in_full(key) else inside
            group = alone if key == topic and closes else acronyms if acronym else form
            group[topic][surface] += count
    for paper in papers:
        for keyword in paper.keywords:
            spelling = tokens.key(keyword)
            for topic in tags[paper.id]:
                if spelling in keys_of[topic]:
                    alone[topic][keyword] += 1
    return {
        key: names.name(alone[key] or inside[key] or others[key] or {key: 1}, acronyms[key])
        for key in topics
    }


def _in_order(problems: Iterable[Problem], rules: Sequence[Rule]) -> tuple[Problem, ...]:
    """Return problems in the order of the rules that they are of."""
    order = {str(rule.source): place for place, rule in enumerate(rules)}
    return tuple(sorted(problems, key=lambda problem: order[problem.where]))


def _tags(
    kept: Corrected,
    topics: Mapping[str, Topic],
    answers: Mapping[str, Answer],
    background: Statistics,
) -> dict[str, tuple[Tag, ...]]:
    """Return each paper's topics with their evidence and their reasons."""
    keys_of = {key: subject.keys for key, subject in kept.subjects.items()}
    fields = {key: reasons.percent(keys, background) for key, keys in keys_of.items()}
    tags: dict[str, tuple[Tag, ...]] = {}
    for paper, keys in kept.tags.items():
        spans, clues = evidence.spans(answers[paper].mentions), answers[paper].clues
        found = []
        for key in keys:
            said, given = spans.get(key, ()), (paper, key) in kept.given
            why = reasons.strongest(keys_of[key], said, clues, fields[key], given=given)
            found.append(Tag(topics[key].slug, said, why))
        tags[paper] = tuple(found)
    return tags


def _topics(
    papers: Sequence[Paper],
    kept: Corrected,
    wishes: Wishes,
    said: Mapping[str, Mapping[evidence.Saying, int]],
    before: Mapping[str, str],
) -> dict[str, Topic]:
    """Return the topics by key; where slugs collide, each but the first carries a hash."""
    keys_of = {key: subject.keys for key, subject in kept.subjects.items()}
    own_names = _names(papers, kept.tags, keys_of, said)
    name_of = {
        key: wishes.names.get(wishes.spelling(key)) or kept.names.get(key) or name
        for key, name in own_names.items()
    }
    members: dict[str, list[str]] = {}
    for paper, keys in kept.tags.items():
        for key in keys:
            members.setdefault(key, []).append(paper)
    lasting = {
        key
        for key, name in name_of.items()
        if name == own_names[key] or _stays(name, wishes.spelling(key), before)
    }
    slugs = text.slugs(
        {key: names.lasting(name) if key in lasting else name for key, name in name_of.items()}
    )
    topics: dict[str, Topic] = {}
    for key, subject in kept.subjects.items():
        scores = subject.scores
        best_first = sorted(members[key], key=lambda paper: (-scores.get(paper, 0.0), paper))
        listed = len(best_first) > 1 or wishes.spelling(key) in wishes.pinned
        topics[key] = Topic(slugs[key], name_of[key], tuple(best_first), listed=listed)
    placed = parents.placed(topics, keys_of, wishes.acronyms)
    return profiled(placed, wishes, said, own_names, before)


def _stays(name: str, spelling: str, before: Container[str]) -> bool:
    """Tell whether the owner writes a topic's name that papers had given it, in some form.

    What is merged into it makes no other address of its page.
    """
    return folding.subject(tokens.key(name)) == spelling in before
