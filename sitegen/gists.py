"""The sentence of an abstract that says what was done."""

import re
from collections.abc import Sequence

from sitegen import text
from sitegen.prose.sentences import plain_sentences

# What begins with a letter is looked for more quickly than what begins with a word's border.
_WHO = (
    r"[WwTt](?<!\w\w)(?:(?<=[Ww])e|(?<=T)he (?:present )?paper"
    r"|(?<=[Tt])his (?:paper|work|article|study|survey|thesis|research))\b[^.]{0,60}?\b"
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
_DID = re.compile(
    rf"{_WHO}(?:proposed|introduced|presented|developed|described|studied|designed|investigated"
    r"|examined|explored|analy[sz]ed|formulated|addressed|constructed|built|created|evaluated)\b"
)
_PAPER = r"(?:paper|work|article|study|survey|letter|research|note|thesis)"
# Many say what was done without saying who did it.
_MADE = (
    r" (?:is|are) (?:proposed|presented|introduced|developed|described|derived|studied|designed"
    r"|investigated|devised|discussed|analy[sz]ed|addressed|examined|explored)\b"
)
_IN_THIS = rf"\b[Ii]n (?:this|our|the present) {_PAPER}\b"
_HERE = re.compile(rf"{_IN_THIS}.*{_MADE}|{_MADE}.*{_IN_THIS}")
_ABOUT = re.compile(rf"\b(?:[Tt]h(?:is|e present) {_PAPER}|The paper)\b")
_SOMEWHERE = re.compile(_MADE)
_ON = r"(?:,\s+(?=[a-z]|We|This|Our|I\b)|\s+(?=we|this|our|I\b))"
# What begins so comes on top of more: another sentence says that.
_ADDED = re.compile(
    r"^(?:Finally|Lastly|Last|Last but not least|In addition|Additionally|Moreover|Furthermore"
    r"|Further|Besides|Also|Then|Next|Second(?:ly)?|Third(?:ly)?|Meanwhile|Subsequently|Unfortunately"
    rf"|Afterwards?){_ON}"
)
_THIS = r"(?:this|that|these|those|the present)"
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
_WHO_SIGNS = ("We", "we", "his ", "The paper", "The present paper")
_THIS_SIGNS = ("n this ", "n our ", "n the present ")
# The surest first. The signs are quick to look for, and in every sentence that a way finds.
_WAYS = (
    (_DONE, _WHO_SIGNS),
    (_HERE, _THIS_SIGNS),
    (_FOUND, _WHO_SIGNS),
    (_TOLD, _WHO_SIGNS),
    (_DID, _WHO_SIGNS),
    (_ABOUT, ("his ", "he present ", "The paper")),
    (_SOMEWHERE, (" is ", " are ")),
)
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
    adds = ""
    for way, signs in _WAYS:
        for one in sentences:
            if any(sign in one for sign in signs) and way.search(one):
                if not _ADDED.match(one):
                    return one
                adds = adds or one
    return adds or sentences[0]
