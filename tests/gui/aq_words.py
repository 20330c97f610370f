"""The program's texts in the language that it runs in, so that one walk serves all languages."""
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

TRANSLATIONS = Path(__file__).parents[2] / "resources" / "translations"
ACCENTED = str.maketrans(
    "ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz",
    "ÂÇÐÈĜĤÎĴĶĽÑÔŔŞŢÛŴŶŽâçðèĝĥîĵķľñôŕşţûŵŷž")
KEPT = re.compile(r"%L?(?:\d+|n)|&(?!&)\w|<[^>]*>|&\w+;")


def without_mnemonic(text):
    return re.sub(r"&(.)", r"\1", re.sub(r"\(&\w\)", "", text))


def pseudo(source):
    """As app/languages.cpp does it: accented, longer, in brackets; placeholders and markup stay."""
    out, last = "", 0
    for kept in KEPT.finditer(source):
        out += source[last:kept.start()].translate(ACCENTED) + kept[0]
        last = kept.end()
    out += source[last:].translate(ACCENTED)
    return out


class Words:
    def __init__(self, language):
        self.language = language
        self.messages = {}
        file = TRANSLATIONS / f"arrowquant_{language}.ts"
        if file.exists():
            for message in ElementTree.parse(file).iter("message"):
                translation = message.find("translation")
                if translation.text:
                    source = without_mnemonic(message.findtext("source"))
                    self.messages.setdefault(source, without_mnemonic(translation.text))

    def text(self, source):
        """Without mnemonics, as a screen reader hears it."""
        if self.language == "pseudo":
            return re.compile("^⟦" + re.escape(pseudo(source)))
        return self.messages.get(source, source)
