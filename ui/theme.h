#pragma once
#include <QIcon>
#include <QPalette>
#include <QString>
#include <optional>

class QApplication;

namespace aq {

enum class Theme { System, Light, Dark };

Theme themeNamed(const QString& id); ///< "light", "dark"; anything else: System.
QString themeId(Theme theme);        ///< "system", "light", "dark": stable, in the settings.

/// What the desktop wishes of all programs.
struct SystemLook {
    std::optional<bool> dark; ///< Nothing: no wish; the palette at start decides.
    bool highContrast = false;
    bool operator==(const SystemLook&) const = default;
};

enum class Contrast { Usual, High };
QPalette lightPalette(Contrast contrast = Contrast::Usual);
QPalette darkPalette(Contrast contrast = Contrast::Usual);
bool isDark(const QPalette& palette);

/// Fusion in the colours of `theme`. System: what applySystemLook() was told last, else those of
/// the palette that the desktop gave at start. High contrast goes with any theme.
void applyTheme(QApplication& app, Theme theme);
void applySystemLook(QApplication& app, const SystemLook& look); ///< Keeps the theme.

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
