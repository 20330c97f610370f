#include "ui/text/error_text.h"

#include "core/base/printable.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace aq {
namespace {

struct Words {
    ErrorCode code;
    const char* headline;
    const char* advice;
};

constexpr std::array words{
    Words{ErrorCode::NotReadable, QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read."),
        QT_TRANSLATE_NOOP("ErrorText", "Check that it exists and that you may read it.")},
    Words{ErrorCode::Corrupt, QT_TRANSLATE_NOOP("ErrorText", "The file is damaged."),
        QT_TRANSLATE_NOOP("ErrorText", "Fetch or copy it again, then open it once more.")},
    Words{ErrorCode::Unsupported,
        QT_TRANSLATE_NOOP("ErrorText", "This model cannot be processed as it is."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Keep the tensor as it is, or use another format or scheme.")},
    Words{ErrorCode::InvalidPlan, QT_TRANSLATE_NOOP("ErrorText", "The plan cannot be carried out."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Change the named setting; undo takes the last change back.")},
    Words{ErrorCode::WriteFailed, QT_TRANSLATE_NOOP("ErrorText", "The file could not be written."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Choose another name or folder, or check the free space there.")},
    Words{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "Cancelled."), ""},
    Words{ErrorCode::Internal,
        QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside ArrowQuant."),
        QT_TRANSLATE_NOOP("ErrorText", "Please report it with the copied details.")},
};
static_assert([] {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].code != ErrorCode(i))
            return false;
    return true;
}());

const Words& wordsOf(ErrorCode code) { return words.at(std::size_t(code)); }

QString translated(const char* text)
{
    return *text ? QCoreApplication::translate("ErrorText", text) : QString();
}

constexpr int longestLine = 400; ///< Characters; a hostile name cannot fill the window.

} // namespace

QString errorHeadline(ErrorCode code) { return translated(wordsOf(code).headline); }

ErrorText errorText(const Error& error)
{
    return {errorHeadline(error.code), printable(error.where, longestLine),
        printable(error.detail, longestLine), translated(wordsOf(error.code).advice)};
}

QString ErrorText::details() const
{
    QStringList lines{headline, where, reason, advice};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace aq
