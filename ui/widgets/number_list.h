#pragma once
#include "ui/models/picture_tables.h"

#include <QWidget>

class QGridLayout;

namespace aq {

/// The numbers beside a picture: a line each, of the original and of what was decoded.
class NumberList final : public QWidget {
    Q_OBJECT
public:
    explicit NumberList(const QString& accessibleName, QWidget* parent = nullptr);

    /// With two columns where any line has two numbers, under headings.
    void setLines(const std::vector<NumberLine>& lines);

private:
    void addLine(int row, const NumberLine& line, bool hasDecoded);

    QGridLayout* m_layout;
};

/// A picture with its numbers: side by side where there is room, else one above the other.
class PictureSection final : public QWidget {
    Q_OBJECT
public:
    PictureSection(QWidget* picture, NumberList* numbers, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    NumberList* m_numbers;
};

} // namespace aq
