"""The sentence of an abstract that says what was done."""

import re

from sitegen import text
from sitegen.prose.sentences import plain_sentences

_WHO = r"\b(?:[Ww]e|[Tt]his (?:paper|work|article|study|survey|thesis))\b[^.]{0,60}?\b"
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
_OPENING = re.compile(
    r"^(?:To (?:this end|address|tackle|bridge|overcome|solve|mitigate)\b[^,]{0,80},\s+"
    r"|(?:Therefore|Hence|Thus|However|Moreover|Furthermore|Here|Specifically|In particular),?\s+"
    r"|(?:In|With|Through) this (?:paper|work|article|study|survey|letter),?\s+)(?=[a-z]|We|This)"
)
_SIGNS = ("We", "we", "his ")
LONGEST = 280


def gist(plain: str) -> str:
    """Return what was done, from the plain form of an abstract; its first sentence if unsure.

    Phrases that only lead from the sentence before are dropped.
    """
    sentences = plain_sentences(plain)
    if not sentences:
        return ""
    ways = (_DONE, _FOUND, _TOLD)
    # Quick to look for, and in every sentence that one of the ways finds.
    likely = [one for one in sentences if any(sign in one for sign in _SIGNS)]
    found = (one for way in ways for one in likely if way.search(one))
    chosen = next(found, sentences[0])
    told = _OPENING.sub("", chosen)
    return text.excerpt(told[:1].upper() + told[1:], LONGEST)
