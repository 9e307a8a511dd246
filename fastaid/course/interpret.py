"""ClassificationInterpretation with the arguments that the course gives it."""

from __future__ import annotations

from typing import Any

from fastai import interpret

from fastaid.course.told import told


class ClassificationInterpretation(interpret.ClassificationInterpretation):
    """What a learner got wrong in validation: fastai 2's own, which takes the course's arguments too."""

    def plot_top_losses(
        self,
        k: int,  # pictures to show
        largest: bool = True,  # the highest losses first
        heatmap: bool | None = None,  # fastai 1 drew where the net had looked; fastai 2 does not
        **kwargs: Any,  # fastai 2's: figsize, nrows, ncols
    ) -> Any:
        """Show the pictures with the highest loss: prediction, label, loss, probability."""
        if heatmap:
            told("plot_top_losses(heatmap=True)", "interp.plot_top_losses(9), which draws no heat map")
        return super().plot_top_losses(k, largest=largest, **kwargs)

    def plot_confusion_matrix(
        self,
        normalize: bool = False,  # shares in place of numbers
        title: str = "Confusion matrix",
        cmap: Any = "Blues",  # matplotlib's colours
        slice_size: int | None = None,  # fastai 1's, to save memory; fastai 2 needs none
        **kwargs: Any,  # fastai 2's: norm_dec, plot_txt, figsize, dpi
    ) -> Any:
        """Show which class was taken for which."""
        return super().plot_confusion_matrix(normalize=normalize, title=title, cmap=cmap, **kwargs)
