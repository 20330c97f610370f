#pragma once
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace aq {

enum class Theme { System, Light, Dark };

Theme themeNamed(const QString& id); ///< "light", "dark"; anything else: System.
QString themeId(Theme theme);        ///< "system", "light", "dark": stable, in the settings.

QPalette lightPalette();
QPalette darkPalette();
bool isDark(const QPalette& palette);

/// Fusion in the colours of `theme`. System: the palette the desktop gave at start.
void applyTheme(QApplication& app, Theme theme);

/// Colours that carry meaning; always beside a word or a shape, never alone.
enum class Tone { Good, Warning, Bad };
QColor toneColor(Tone tone, const QPalette& palette);
/// Colours of chart series, in order, with a contrast of at least 3:1 against the palette's base.
QColor seriesColor(int series, const QPalette& palette);

/// An icon of resources/icons drawn in the text colour of the palette in use when it is painted,
/// sharp at every scale.
QIcon themeIcon(const QString& name);
/// The same picture in one colour, `extent` logical pixels wide and high.
QPixmap tintedIcon(const QString& name, const QColor& colour, int extent, double pixelRatio);

} // namespace aq
