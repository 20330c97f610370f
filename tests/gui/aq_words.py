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


def accented(text):
    """A pattern for `text` with its letters accented; one of them, the mnemonic, is as it was."""
    return "".join(f"[{letter}{letter.translate(ACCENTED)}]" if ord(letter) in ACCENTED
                   else re.escape(letter) for letter in text)


def pseudo(source):
    """A pattern for what app/pseudo_translator.cpp makes of it: placeholders and markup stay."""
    out, last = "", 0
    for kept in KEPT.finditer(source):
        out += accented(source[last:kept.start()]) + re.escape(kept[0])
        last = kept.end()
    return out + accented(source[last:])


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
            return re.compile("^⟦" + pseudo(source))
        return self.messages.get(source, source)
