"""Topics: papers → phrases → scores → the site's topics, each with the words that gave it."""

from collections.abc import Iterable, Mapping, Sequence

from sitegen import rules as owner
from sitegen.errors import Problem, UsageError
from sitegen.model import Paper, Rule, Tagging
from sitegen.topics import curation, folding, statistics
from sitegen.topics.assignment import assigned
from sitegen.topics.catalogue import catalogue
from sitegen.topics.corrections import Corrected, corrected, settle
from sitegen.topics.curation import Wishes
from sitegen.topics.intake import bare
from sitegen.topics.labels import labelled
from sitegen.topics.means import USUAL, Means
from sitegen.topics.missed import missed
from sitegen.topics.offers import offered
from sitegen.topics.questions import Answer, Answered, Question, answered, asked
from sitegen.topics.ranking import Packed, Ranked, Ranking, ranked, unpacked
from sitegen.topics.sayings import sayings
from sitegen.topics.selection import accepted, judged
from sitegen.topics.statistics import Statistics
from sitegen.topics.unmatched import spoken, unmatched

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
    "bare",
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
    ordered = bare(papers)
    rankings = dict(zip(ordered, means.rankings_of([*ordered.values()]), strict=True))
    defined = (ranking.acronyms for ranking in rankings.values())
    by_id = {paper.id: paper for paper in papers}
    slugs = {by_id[ident].slug: ident for ident in ordered} if rules else {}
    wishes = _wishes(slugs, rules, curation.acronyms(defined, rules, background.acronyms))
    groups = judged(rankings, background, wishes) if means.misses else []
    told = [subject for subject, refusal in groups if refusal is None]
    subjects = told if means.misses else accepted(rankings, background, wishes)
    kept = corrected(slugs, wishes, *assigned(rankings, subjects, background, wishes))
    answers = _answers(ordered, kept, wishes.acronyms, means.answers_of)
    settle(kept, ordered, slugs, wishes, answers)
    before = _untouched(rankings, background) if wishes.same else {}
    topics = catalogue(ordered, kept, wishes, sayings(answers), before)
    said = offered(spoken(wishes), rankings, answers) if rules else set()
    by_spelling = {wishes.spelling(key): topic for key, topic in topics.items()} if rules else {}
    return Tagging(
        topics=tuple(sorted(topics.values(), key=lambda topic: topic.slug)),
        tags=labelled(kept, topics, answers, background),
        keyphrases={paper: each.keyphrases for paper, each in rankings.items()},
        missed=missed(groups, topics.keys(), by_id, background, wishes.acronyms)
        if means.misses
        else (),
        problems=_in_order([*kept.problems, *unmatched(wishes, said, by_spelling)], rules),
    )


def _wishes(
    slugs: Mapping[str, str], rules: Sequence[Rule], acronyms: Mapping[str, str]
) -> Wishes:
    """Return what the owner wants.

    Args:
        slugs: Those of papers, with their ids.
        rules: The owner's.
        acronyms: Those that this library knows.

    Raises:
        UsageError: With the rules that contradict each other by what this library knows: that
            an acronym means a topic, that an id and a slug are one paper's.
    """
    problems = owner.contradictions(
        rules,
        topic=lambda name: curation.spelling(name, acronyms) or name.casefold(),
        paper=lambda name: slugs.get(name, name),
    )
    if problems:
        raise UsageError(*problems)
    return curation.wishes(rules, acronyms)


def _untouched(rankings: Mapping[str, Ranking], background: Statistics) -> dict[str, str]:
    """Return the key of each topic that there would be without the owner, by its spelling."""
    subjects = accepted(rankings, background)
    kept, _ = assigned(rankings, subjects, background)
    return {folding.subject(subject.key): subject.key for subject in kept}


def _answers(
    papers: Mapping[str, Paper],
    kept: Corrected,
    acronyms: Mapping[str, str],
    answers_of: Answered,
) -> dict[str, Answer]:
    """Return what each paper says of its topics and of pinned ones, by its id.

    Args:
        papers: With all that is looked at.
        kept: The topics, and who has them.
        acronyms: Acronyms with their long forms, as keys.
        answers_of: Returns what papers answer.
    """
    keys_of = {key: each.keys for key, each in kept.subjects.items()}
    # All papers, as all were ranked: so each process is asked about those that it has cut up.
    questions = asked(papers, kept.tags, kept.pinned, keys_of, acronyms)
    return dict(zip(questions, answers_of([*questions.values()]), strict=True))


def _in_order(problems: Iterable[Problem], rules: Sequence[Rule]) -> tuple[Problem, ...]:
    """Return problems in the order of the rules that they are of."""
    order = {str(rule.source): place for place, rule in enumerate(rules)}
    return tuple(sorted(problems, key=lambda problem: order[problem.where]))
