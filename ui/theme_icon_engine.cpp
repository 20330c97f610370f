#include "ui/theme_icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace aq {
namespace {

QPalette::ColorGroup groupOf(QIcon::Mode mode)
{
    return mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
}

QPalette::ColorRole roleOf(QIcon::Mode mode)
{
    return mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
}

} // namespace

void drawIcon(QPainter& painter, const QString& name, const QColor& colour, const QRect& into)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name)); // Compiled in.
    if (!file.open(QIODevice::ReadOnly))
        return;
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    renderer.render(&painter, into);
}

ThemeIconEngine::ThemeIconEngine(QString name)
    : m_name(std::move(name))
{
}

void ThemeIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    drawIcon(*painter, m_name, QGuiApplication::palette().color(groupOf(mode), roleOf(mode)), rect);
}

QPixmap ThemeIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
}

QIconEngine* ThemeIconEngine::clone() const { return new ThemeIconEngine(*this); }

} // namespace aq
