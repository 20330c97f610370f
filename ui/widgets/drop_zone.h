#pragma once
#include <QPushButton>

namespace aq {

/// A large dashed frame that invites to drop a model, and opens the dialog when clicked. Its page
/// takes the drop: the zone only shows where it will land.
class DropZone final : public QPushButton {
    Q_OBJECT

public:
    explicit DropZone(QWidget* parent = nullptr);
    void setHighlighted(bool highlighted); ///< A drag is over the page.
    void setRoomy(bool roomy);             ///< There is nothing else to see: it takes the room.
    bool isHighlighted() const { return m_highlighted; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_highlighted = false;
};

} // namespace aq
