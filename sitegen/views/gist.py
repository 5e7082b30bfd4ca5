"""The sentence of an abstract that says what was done."""

import re

from sitegen import text

_DONE = re.compile(
    r"\b(?:[Ww]e|[Tt]his (?:paper|work|article|study|survey|thesis))\b"
    r"[^.]{0,60}?\b(?:propose|introduce|present|develop|describe|study|studies|show|prove|design"
    r"|investigate|examine|explore|analy[sz]e|demonstrate|provide|formulate|address|derive"
    r"|construct|build|offer|report|create|revisit|aim|give|devise|establish|find|review|discuss"
    r"|evaluate|extend|generali[sz]e|tackle|solve|compare|characteri[sz]e|argue)(?:s|es)?\b"
)
_TOLD = re.compile(
    r"^(?:Here, |In this \w+, |Specifically, )?(?:[Ww]e|[Tt]his (?:paper|work|survey|review))\b"
)
_OPENING = re.compile(
    r"^(?:To (?:this end|address|tackle|bridge|overcome|solve|mitigate)\b[^,]{0,80},\s+"
    r"|(?:Therefore|Hence|Thus|However|Moreover|Furthermore|Here|Specifically|In particular),?\s+"
    r"|(?:In|With|Through) this (?:paper|work|article|study|survey|letter),?\s+)(?=[a-z]|We|This)"
)
LONGEST = 280


def gist(plain: str) -> str:
    """Return what was done, from the plain form of an abstract; its first sentence if unsure.

    Phrases that only lead from the sentence before are dropped.
    """
    sentences = text.sentences(plain)
    if not sentences:
        return ""
    ways = (_DONE, _TOLD)
    found = (one for way in ways for one in sentences if way.search(one))
    chosen = next(found, sentences[0])
    told = _OPENING.sub("", chosen)
    return text.excerpt(told[:1].upper() + told[1:], LONGEST)
