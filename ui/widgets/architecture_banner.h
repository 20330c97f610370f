#pragma once
#include "core/analysis/architecture.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace aq {

/// What network a model is, by which names, and a menu to say otherwise.
class ArchitectureBanner final : public QFrame {
    Q_OBJECT

public:
    explicit ArchitectureBanner(QWidget* parent = nullptr);

    void setRecognition(const Recognition& recognition);
    const Recognition& recognition() const { return m_recognition; }

Q_SIGNALS:
    /// Of Recipe::architecture: an id, architectureNone, or empty: as recognised.
    void architectureWished(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillMenu();
    void showMark();

    Recognition m_recognition;
    QLabel *m_mark, *m_title, *m_because, *m_names;
    QToolButton* m_more;
    QPushButton* m_change;
};

/// "recognised by time_embed.0.weight and 3 more names; prefix model.diffusion_model."
QString evidenceText(const Recognition& recognition);
/// "Stable Diffusion 1.x", "Unknown architecture", "No architecture"
QString architectureTitle(const Recognition& recognition);

} // namespace aq
