#pragma once
#include <QList>
#include <QStringList>

class QCoreApplication;

namespace aq {

struct Language {
    QString id;    ///< "en", "de", "zh_CN": as in Settings::language.
    QString title; ///< In that language, as people look for it.
};

/// The languages that the window speaks, by title.
const QList<Language>& languages();

/// The language to use: what the command line asks for (--language ID), else AQ_LANGUAGE in the
/// environment, else the setting, else empty (as the system). "pseudo" is none that people speak:
/// see pseudo_translator.h.
QString chosenLanguage(const QStringList& arguments, const QString& setting);

/// Texts, Qt's own ones, numbers and the reading direction of the program, from here on; call once,
/// before the first window. Empty: the first of the system's languages that there is, with the
/// system's way of writing numbers. An unknown id is English.
/// @return the id of the language of the texts
QString useLanguage(QCoreApplication& app, const QString& id);

} // namespace aq
