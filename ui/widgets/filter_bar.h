#pragma once
#include "ui/models/tensor_filter.h"

#include <QWidget>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace aq {

/// Text and chips that narrow the tensor table, and how many tensors are left.
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    TensorFilter filter() const;
    void setFilter(const TensorFilter& filter); ///< Not answered with filterChanged().
    void setCount(int matched, int total);      ///< "128 of 1,130"
    void setProblem(const QString& problem);    ///< Why the text does not work; empty: it does.
    void focusText();                           ///< And selects it.

Q_SIGNALS:
    void filterChanged(const aq::TensorFilter& filter);
    void left(); ///< Escape in an empty text: the focus wants to go back.

private:
    void escape();
    void announce();

    QLayout* makeChips();
    void switchLanguage();

    QLineEdit* m_text;
    QToolButton* m_regex; ///< The text is a regular expression.
    QLabel* m_problem;
    QToolButton* m_errorChip;
    QDoubleSpinBox* m_errorAbove; ///< Percent.
    QLabel* m_count;
    std::vector<QToolButton*> m_chips; ///< As filterChips().
};

} // namespace aq
