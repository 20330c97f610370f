#include "app/languages.h"

#include "app/pseudo_translator.h"

#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <memory>

namespace aq {
namespace {

const QString english = QStringLiteral("en");

bool isSpoken(const QString& id)
{
    return std::ranges::any_of(languages(), [&](const Language& one) { return one.id == id; });
}

/// "zh-Hans-CN" and "zh" are served by "zh_CN"; "zh-Hant-TW" is not, nor by English before what
/// the person would rather read.
QString servedBy(const QString& wish)
{
    const QLocale locale(wish);
    for (const Language& one : languages()) {
        const QLocale own(one.id);
        if (own.language() == locale.language() && own.script() == locale.script())
            return one.id;
    }
    return {};
}

QString systemLanguage()
{
    for (const QString& wish : QLocale::system().uiLanguages())
        if (const QString id = servedBy(wish); !id.isEmpty())
            return id;
    return english;
}

void install(QCoreApplication& app, const QString& catalogue)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QStringLiteral(":/i18n/") + catalogue))
        return; // Qt's may not have been there when the program was built.
    translator->setParent(&app);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

const QList<Language>& languages()
{
    static const QList<Language> all{
        {QStringLiteral("de"), QStringLiteral("Deutsch")},
        {english, QStringLiteral("English")},
        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
    };
    return all;
}

QString chosenLanguage(const QStringList& arguments, const QString& setting)
{
    const QString option = QStringLiteral("--language");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == option)
            return arguments.value(i + 1);
        if (arguments[i].startsWith(option + u'='))
            return arguments[i].sliced(option.size() + 1);
    }
    const QString asked = qEnvironmentVariable("AQ_LANGUAGE");
    return asked.isEmpty() ? setting : asked;
}

QString useLanguage(QCoreApplication& app, const QString& id)
{
    if (id == QLatin1StringView("pseudo")) {
        QCoreApplication::installTranslator(new PseudoTranslator(&app));
        return id;
    }
    const QString language = id.isEmpty() ? systemLanguage() : isSpoken(id) ? id : english;
    // A wish for another language than the system's is one for its numbers too.
    if (!id.isEmpty() && QLocale::system().language() != QLocale(language).language())
        QLocale::setDefault(QLocale(language));
    if (language != english)
        install(app, QStringLiteral("qtbase_") + language);
    install(app, QStringLiteral("arrowquant_") + language); // English: the singulars.
    if (qobject_cast<QGuiApplication*>(&app))
        QGuiApplication::setLayoutDirection(QLocale(language).textDirection());
    return language;
}

} // namespace aq
