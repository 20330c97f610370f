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
    """As Qt tells it a screen reader: "文件(&F)" becomes "文件(F)"."""
    return re.sub(r"&(.)", r"\1", text)


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
        self.messages = {}  # All translations of a text: places differ in their mnemonics.
        file = TRANSLATIONS / f"arrowquant_{language}.ts"
        if file.exists():
            for message in ElementTree.parse(file).iter("message"):
                translation = message.find("translation")
                if translation.text:
                    source = without_mnemonic(message.findtext("source"))
                    found = self.messages.setdefault(source, set())
                    found.add(without_mnemonic(translation.text))

    def text(self, source):
        """As a screen reader hears it; a pattern where that may be one of several."""
        if self.language == "pseudo":
            return re.compile("^⟦" + pseudo(source))
        texts = sorted(self.messages.get(source, {source}))
        if len(texts) == 1:
            return texts[0]
        return re.compile("^(" + "|".join(map(re.escape, texts)) + ")$")
