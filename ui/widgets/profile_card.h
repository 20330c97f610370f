#pragma once
#include "core/plan/recipe.h"
#include "core/plan/target.h"

#include <QRadioButton>
#include <limits>

namespace aq {

/// One profile as a card to choose: name, bits, hardware, and what it makes of the open model.
/// Arrow keys move between the cards of one parent.
class ProfileCard final : public QRadioButton {
    Q_OBJECT

public:
    explicit ProfileCard(const Profile& profile, QWidget* parent = nullptr);

    const Profile& profile() const { return m_profile; }
    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    void setBytes(qint64 bytes);           ///< Estimated size of the output; less than 0: unknown.
    void setExpectedError(double relRmse); ///< As measured on this model; NaN: unknown.
    void setModified(bool modified);       ///< Values were changed since the card was chosen.
    void setTarget(const Target* target);  ///< Says what the profile's bits are there; may be null.

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    void describe();
    QString figures() const;
    QString bitsText() const;
    QString aboutText() const;

    const Profile& m_profile;
    const Target* m_target = nullptr;
    qint64 m_bytes = -1;
    double m_error = unknown;
    bool m_isModified = false;
};

} // namespace aq
