"""The sentence of an abstract that says what was done."""

import re
from collections.abc import Sequence

from sitegen import text
from sitegen.prose.sentences import plain_sentences

# What begins with a letter is looked for more quickly than what begins with a word's border.
_WHO = (
    r"[WwTt](?<!\w\w)(?:(?<=[Ww])e|(?<=[Tt])his (?:paper|work|article|study|survey|thesis))"
    r"\b[^.]{0,60}?\b"
)
_DONE = re.compile(
    rf"{_WHO}(?:propose|introduce|present|develop|describe|study|studies|design|investigate"
    r"|examine|explore|analy[sz]e|formulate|address|construct|build|create|revisit|devise"
    r"|review|discuss|evaluate|compare|tackle)(?:s|es)?\b"
)
_FOUND = re.compile(
    rf"{_WHO}(?:show|prove|demonstrate|provide|derive|offer|report|aim|give|establish|find"
    r"|extend|generali[sz]e|solve|characteri[sz]e|argue)(?:s|es)?\b"
)
_TOLD = re.compile(
    r"^(?:Here, |In this \w+, |Specifically, )?(?:[Ww]e|[Tt]his (?:paper|work|survey|review))\b"
)
_ON = r"(?:,\s+(?=[a-z]|We|This|Our|I\b)|\s+(?=we|this|our|I\b))"
# What begins so comes on top of more: another sentence says that.
_ADDED = re.compile(
    r"^(?:Finally|Lastly|Last|Last but not least|In addition|Additionally|Moreover|Furthermore"
    r"|Further|Besides|Also|Then|Next|Second(?:ly)?|Third(?:ly)?|Meanwhile|Subsequently|Unfortunately"
    rf"|Afterwards?){_ON}"
)
_THIS = r"(?:this|that|these|those|the present)"
_PAPER = r"(?:paper|work|article|study|survey|letter|research|note|thesis)"
# What may have a comma of its own: what follows that, "which …", is not yet what was done.
_ON_TO_WHO = (
    r"(?:,\s+(?!wh(?:ich|ere|om?|ose)\b)(?=[a-z]|We|This|Our|I\b)"
    rf"|\s+(?=we\b|I\b|this {_PAPER}\b))"
)
_OPENING = re.compile(
    rf"^(?:(?:[Ii]n|With|Through) {_THIS} (?:\w+ )?{_PAPER},?\s+(?=[a-z]|We|This|Our|I\b)|(?:"
    r"To (?:this end|address|tackle|bridge|overcome|solve|mitigate)\b[^,]{0,80}"
    rf"|(?:To \w+|For|Towards?|To|Motivated by|Inspired by|Based on|Building on|Following) {_THIS}"
    rf"\b[^,]{{0,60}}){_ON_TO_WHO}|(?:In this (?:context|setting|regard|direction)"
    r"|In our (?:paper|work)|Therefore"
    r"|Hence|Thus|However|Here|Herein|In particular|(?:More )?[Ss]pecifically|More precisely"
    r"|Accordingly|(?:In|By) contrast|On the contrary|As such|As a (?:result|consequence|solution)"
    rf"|Instead|Consequently|In response|First(?:ly)?){_ON})+"
)
_SIGNS = ("We", "we", "his ")
LONGEST = 280


def gist(plain: str) -> str:
    """Return what was done, from the plain form of an abstract; its first sentence if unsure.

    A sentence that adds to others comes last. Phrases that only lead from the sentence before are
    dropped.
    """
    sentences = plain_sentences(plain)
    if not sentences:
        return ""
    told = _OPENING.sub("", _ADDED.sub("", _chosen(sentences)))
    return text.excerpt(told[:1].upper() + told[1:], LONGEST)


def _chosen(sentences: Sequence[str]) -> str:
    """Return the sentence that says most surely what was done, the first one if none does."""
    # Quick to look for, and in every sentence that one of the ways finds.
    likely = [one for one in sentences if any(sign in one for sign in _SIGNS)]
    adds = ""
    for way in (_DONE, _FOUND, _TOLD):
        for one in filter(way.search, likely):
            if not _ADDED.match(one):
                return one
            adds = adds or one
    return adds or sentences[0]
