#include "ui/text/glossary.h"

#include "core/plan/target.h"
#include "core/quant/scheme.h"
#include "ui/text/type_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace aq {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("Glossary", text); }

struct Word {
    const char* word;
    const char* meaning;
};

constexpr Word words[] = {
    {QT_TRANSLATE_NOOP("Glossary", "bits per weight (bpw)"),
        QT_TRANSLATE_NOOP("Glossary",
            "All bytes that are written × 8 ÷ weights, scales included: what a type really costs. "
            "Q4_K has codes of 4 bits and takes 4.5 bits per weight.")},
    {QT_TRANSLATE_NOOP("Glossary", "block, group"),
        QT_TRANSLATE_NOOP("Glossary",
            "Neighbouring weights of a row that share a scale. The smaller it is, the closer the "
            "result, and the more the scales cost. The blocks of GGUF have a fixed size; a row "
            "must "
            "be whole blocks.")},
    {QT_TRANSLATE_NOOP("Glossary", "scale, zero point"),
        QT_TRANSLATE_NOOP("Glossary",
            "A weight is read back as scale × (code − zero point). Symmetric types have no zero "
            "point.")},
    {QT_TRANSLATE_NOOP("Glossary", "_0, _1"),
        QT_TRANSLATE_NOOP("Glossary",
            "The simple types of ggml: blocks of 32 with a scale (_0), or with a scale and a "
            "minimum (_1).")},
    {QT_TRANSLATE_NOOP("Glossary", "_K"),
        QT_TRANSLATE_NOOP("Glossary",
            "Blocks of 256 with small blocks inside, whose scales are themselves quantized. Closer "
            "than the simple types of the same size.")},
    {QT_TRANSLATE_NOOP("Glossary", "IQ"),
        QT_TRANSLATE_NOOP("Glossary",
            "The codes stand for levels that are not evenly spaced, denser around zero.")},
    {QT_TRANSLATE_NOOP("Glossary", "_S, _M, _L"),
        QT_TRANSLATE_NOOP("Glossary",
            "A recipe that mixes types: layers that suffer more get a larger one. The bits per "
            "weight are where it begins.")},
    {QT_TRANSLATE_NOOP("Glossary", "importance"),
        QT_TRANSLATE_NOOP("Glossary",
            "How much each input of a layer mattered in a calibration run; what matters is kept "
            "close.")},
};

/// The programs with fast code for a type; the rest of them decode it slowly or refuse it.
QString loadersOf(const Scheme& scheme)
{
    QStringList loaders;
    for (const Consumer& consumer : consumers()) {
        const bool isFast = consumer.fastSchemes.empty()
            || std::ranges::any_of(consumer.fastSchemes, [&](const char* id) {
                   return QLatin1StringView(id) == QLatin1StringView(scheme.id);
               });
        if (isFast)
            loaders << QLatin1StringView(consumer.title);
    }
    return loaders.join(QStringLiteral(", "));
}

QString row(const Scheme& scheme)
{
    const bool isBlocks = QLatin1StringView(scheme.family) == QLatin1StringView("ggml");
    const QString bits = scheme.blockElements > 0
        ? QLocale().toString(blockBits(scheme), 'g', 4)
        : translated(QT_TRANSLATE_NOOP("Glossary", "%1 and its scales")).arg(scheme.codeBits);
    const QString block = scheme.blockElements > 0
        ? QLocale().toString(scheme.blockElements)
        : translated(QT_TRANSLATE_NOOP("Glossary", "a group of your choice"));
    return QStringLiteral("| %1 | %2 | %3 | %4 |\n")
        .arg(QLatin1StringView(scheme.title), bits, block,
            isBlocks ? loadersOf(scheme)
                     : translated(QT_TRANSLATE_NOOP("Glossary", "ArrowQuant, Arrow libraries")));
}

QString typeTable()
{
    QString table = QStringLiteral("| %1 | %2 | %3 | %4 |\n|---|---|---|---|\n")
                        .arg(translated(QT_TRANSLATE_NOOP("Glossary", "type")),
                            translated(QT_TRANSLATE_NOOP("Glossary", "bits per weight")),
                            translated(QT_TRANSLATE_NOOP("Glossary", "weights of a block")),
                            translated(QT_TRANSLATE_NOOP("Glossary", "loaded by")));
    for (const Scheme* scheme : schemes())
        if (QLatin1StringView(scheme->family) != QLatin1StringView("float"))
            table += row(*scheme);
    return table;
}

QString wordTable()
{
    QString table = QStringLiteral("| %1 | %2 |\n|---|---|\n")
                        .arg(translated(QT_TRANSLATE_NOOP("Glossary", "word")),
                            translated(QT_TRANSLATE_NOOP("Glossary", "meaning")));
    for (const Word& each : words)
        table
            += QStringLiteral("| %1 | %2 |\n").arg(translated(each.word), translated(each.meaning));
    return table;
}

} // namespace

QString glossaryText()
{
    return QStringLiteral("## %1\n\n%2\n### %3\n\n%4")
        .arg(translated(QT_TRANSLATE_NOOP("Glossary", "Glossary")), wordTable(),
            translated(QT_TRANSLATE_NOOP("Glossary", "Types")), typeTable());
}

QString typeHelp()
{
    const QString text = translated(QT_TRANSLATE_NOOP("Glossary",
        "How weights are stored. The number in a name is the bits of one code; scales come on top, "
        "so Q4_K takes 4.5 bits per weight. _K types and larger numbers are closer to the source; "
        "_S, _M and _L mix types."));
    return QStringLiteral("<p>%1</p><p><a href=\"guide:glossary\">%2</a></p>")
        .arg(text,
            translated(QT_TRANSLATE_NOOP("Glossary", "All types, and which programs load them")));
}

} // namespace aq
