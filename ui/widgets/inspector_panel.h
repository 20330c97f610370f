#pragma once
#include "core/base/error.h"
#include "ui/models/picture_tables.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QStackedWidget;

namespace aq {

class ChartFrame;
class ElidedLabel;
class HeatMapView;
class HistogramChart;
class NumberList;
class RangeChart;
struct MatrixPart;

/// One tensor seen closely: histogram, channels and heat maps of what it is and of what it becomes,
/// with their numbers. Shows what it is given; the window reads the tensor.
class InspectorPanel final : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);

    /// What is decoded: in memory by the plan, or from the file that was written.
    enum class Side { Planned, Written };
    Side side() const;
    void setWrittenAvailable(bool available); ///< Otherwise only the plan can be looked at.

    /// Names the tensor that is on its way; what is seen of another one stays, greyed.
    void setTensor(const QString& name, const QString& about);
    void setProgress(int percent); ///< 100: done; shown only when it takes a while.
    void setPicture(TensorPicturePtr picture);
    void setMaps(TensorPicturePtr maps); ///< Of mapPart().
    void showError(const Error& error);
    void showHint(const QString& hint); ///< In place of the pictures.
    void clear(const QString& hint);    ///< Nothing is selected, or it is no tensor: what to do.

    MatrixPart mapPart() const;
    TensorPicturePtr picture() const { return m_picture; }

Q_SIGNALS:
    void sideChanged();
    void mapPartWished(); ///< setMaps() of mapPart() is due.

private:
    QWidget* makeTop();
    QWidget* makePictures();
    QWidget* makeHistogram();
    QWidget* makeChannels();
    QWidget* makeMaps();
    void showHistogram();
    void showNote();

    ElidedLabel* m_name;
    QLabel *m_about, *m_note, *m_hint, *m_reading;
    QComboBox* m_side;
    QProgressBar* m_progress;
    QStackedWidget* m_pages;
    QWidget *m_hintPage, *m_picturePage;
    HistogramChart* m_histogram;
    RangeChart* m_channels;
    HeatMapView* m_maps;
    ChartFrame *m_histogramFrame, *m_channelsFrame, *m_mapsFrame;
    QCheckBox *m_errors, *m_logarithmic;
    NumberList *m_valueNumbers, *m_channelNumbers, *m_errorNumbers;
    NumberTableModel *m_bins, *m_ranges, *m_cells;
    TensorPicturePtr m_picture;
};

} // namespace aq
