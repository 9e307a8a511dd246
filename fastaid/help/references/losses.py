"""How wrong a model is, as one number."""

from __future__ import annotations

import torch
from torch import Tensor

IMPLEMENTS: dict[str, str] = {
    "torch.nn.functional.cross_entropy": "cross_entropy",
    "torch.nn.functional.nll_loss": "nll_loss",
    "torch.nn.functional.mse_loss": "mse_loss",
    "torch.nn.functional.l1_loss": "l1_loss",
    "torch.nn.functional.smooth_l1_loss": "smooth_l1_loss",
    "torch.nn.functional.huber_loss": "huber_loss",
    "torch.nn.functional.binary_cross_entropy": "binary_cross_entropy",
    "torch.nn.functional.binary_cross_entropy_with_logits": "binary_cross_entropy_with_logits",
    "torch.nn.functional.kl_div": "kl_div",
    "torch.nn.functional.poisson_nll_loss": "poisson_nll_loss",
    "torch.nn.functional.gaussian_nll_loss": "gaussian_nll_loss",
    "torch.nn.functional.margin_ranking_loss": "margin_ranking_loss",
    "torch.nn.functional.hinge_embedding_loss": "hinge_embedding_loss",
    "torch.nn.functional.soft_margin_loss": "soft_margin_loss",
    "torch.nn.functional.cosine_embedding_loss": "cosine_embedding_loss",
    "torch.nn.functional.triplet_margin_loss": "triplet_margin_loss",
}


def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Tensor:
    """Take minus the log of the probability that softmax gives to the right class."""
    dim = 0 if input.ndim == 1 else 1  # the dimension of the classes: (n, classes, ...)
    logp = torch.log_softmax(input, dim=dim)
    classes = input.shape[dim]
    w = torch.ones(classes, dtype=input.dtype, device=input.device) if weight is None else weight
    w = w.reshape([-1] + [1] * (input.ndim - dim - 1))  # (classes, 1, ...)
    if target.is_floating_point():  # a probability for each class
        share = target * (1 - label_smoothing) + label_smoothing / classes
        losses = -(share * w * logp).sum(dim=dim)
        return _reduced(losses, reduction) if reduction != "mean" else losses.sum() / max(1, losses.numel())
    counts = target != ignore_index
    right = torch.where(counts, target, 0).unsqueeze(dim)  # (n, 1, ...)
    of_right = w.expand_as(logp).gather(dim, right).squeeze(dim) * counts  # weights; 0 for what is ignored
    losses = -logp.gather(dim, right).squeeze(dim) * of_right
    smooth = -(w * logp).sum(dim=dim) * counts / classes  # the loss if every class were equally right
    losses = (1 - label_smoothing) * losses + label_smoothing * smooth
    return losses.sum() / of_right.sum() if reduction == "mean" else _reduced(losses, reduction)


def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    ignore_index: int = -100,
    reduction: str = "mean",
) -> Tensor:
    """Pick the log-probability of the right class, with a minus: the second half of cross entropy."""
    dim = 0 if input.ndim == 1 else 1  # the dimension of the classes: (n, classes, ...)
    if weight is None:
        weight = torch.ones(input.shape[dim], dtype=input.dtype, device=input.device)
    counts = target != ignore_index
    right = torch.where(counts, target, 0)
    weights = weight[right] * counts  # one for each target; 0 for what is ignored
    losses = -input.gather(dim, right.unsqueeze(dim)).squeeze(dim) * weights
    return losses.sum() / weights.sum() if reduction == "mean" else _reduced(losses, reduction)


def mse_loss(
    input: Tensor, target: Tensor, *, reduction: str = "mean", weight: Tensor | None = None
) -> Tensor:
    """Average the squared differences: large mistakes count much more than small ones."""
    if weight is not None:
        raise NotImplementedError("weight")
    return _reduced((input - target) ** 2, reduction)


def l1_loss(
    input: Tensor, target: Tensor, *, reduction: str = "mean", weight: Tensor | None = None
) -> Tensor:
    """Average how far off the predictions are."""
    if weight is not None:
        raise NotImplementedError("weight")
    return _reduced((input - target).abs(), reduction)


def smooth_l1_loss(input: Tensor, target: Tensor, *, reduction: str = "mean", beta: float = 1.0) -> Tensor:
    """Square small differences, and take large ones as they are: no kink at zero."""
    off = (input - target).abs()
    if beta == 0:
        return _reduced(off, reduction)
    return _reduced(torch.where(off < beta, 0.5 * off**2 / beta, off - 0.5 * beta), reduction)


def huber_loss(
    input: Tensor,
    target: Tensor,
    reduction: str = "mean",
    delta: float = 1.0,
    weight: Tensor | None = None,
) -> Tensor:
    """Square small differences, and let large ones grow along a straight line."""
    if weight is not None:
        raise NotImplementedError("weight")
    off = (input - target).abs()
    return _reduced(torch.where(off <= delta, 0.5 * off**2, delta * (off - 0.5 * delta)), reduction)


def binary_cross_entropy(
    input: Tensor, target: Tensor, weight: Tensor | None = None, *, reduction: str = "mean"
) -> Tensor:
    """Take minus the log of the probability given to the right answer, yes (1) or no (0)."""
    log_yes = input.log().clamp(min=-100)  # log(0) is minus infinity: a limit keeps the loss finite
    log_no = (1 - input).log().clamp(min=-100)
    losses = -(target * log_yes + (1 - target) * log_no)
    return _reduced(losses if weight is None else losses * weight, reduction)


def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    *,
    reduction: str = "mean",
    pos_weight: Tensor | None = None,
) -> Tensor:
    """Take the sigmoid and the binary cross entropy at once, which is safer: nothing is rounded to 0."""
    log_yes = torch.nn.functional.logsigmoid(input)  # log(p)
    log_no = torch.nn.functional.logsigmoid(-input)  # log(1 - p)
    if pos_weight is not None:
        log_yes = log_yes * pos_weight
    losses = -(target * log_yes + (1 - target) * log_no)
    return _reduced(losses if weight is None else losses * weight, reduction)


def kl_div(input: Tensor, target: Tensor, *, reduction: str = "mean", log_target: bool = False) -> Tensor:
    """Compare two distributions: `input` as log-probabilities, `target` as probabilities."""
    p = target.exp() if log_target else target
    logp = target if log_target else target.log()
    losses = torch.where(p > 0, p * (logp - input), 0)
    return losses.sum() / input.shape[0] if reduction == "batchmean" else _reduced(losses, reduction)


def poisson_nll_loss(
    input: Tensor,
    target: Tensor,
    log_input: bool = True,
    full: bool = False,
    *,
    eps: float = 1e-8,
    reduction: str = "mean",
) -> Tensor:
    """Tell how improbable the counts in `target` are, if `input` predicts their (log) averages."""
    if full:
        raise NotImplementedError("full=True")
    losses = input.exp() - target * input if log_input else input - target * (input + eps).log()
    return _reduced(losses, reduction)


def gaussian_nll_loss(
    input: Tensor,
    target: Tensor,
    var: Tensor | float,
    full: bool = False,
    eps: float = 1e-6,
    reduction: str = "mean",
) -> Tensor:
    """Tell how improbable the targets are on bell curves with the predicted centres and variances."""
    if full:
        raise NotImplementedError("full=True")
    var = torch.as_tensor(var, dtype=input.dtype).clamp(min=eps)
    if 0 < var.ndim == input.ndim - 1:
        var = var.unsqueeze(-1)  # one for each row
    return _reduced(0.5 * (var.log() + (input - target) ** 2 / var), reduction)


def margin_ranking_loss(
    input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, *, reduction: str = "mean"
) -> Tensor:
    """Ask that the first be larger (target 1) or smaller (-1) than the second, by a margin."""
    return _reduced((-target * (input1 - input2) + margin).clamp(min=0), reduction)


def hinge_embedding_loss(
    input: Tensor, target: Tensor, margin: float = 1.0, *, reduction: str = "mean"
) -> Tensor:
    """Ask that a distance be small for what is alike (1), and above a margin for what is not (-1)."""
    return _reduced(torch.where(target == 1, input, (margin - input).clamp(min=0)), reduction)


def soft_margin_loss(input: Tensor, target: Tensor, *, reduction: str = "mean") -> Tensor:
    """Ask that the sign of the score be the target's (1 or -1)."""
    return _reduced(torch.log1p((-target * input).exp()), reduction)


def cosine_embedding_loss(
    input1: Tensor, input2: Tensor, target: Tensor, margin: float = 0, *, reduction: str = "mean"
) -> Tensor:
    """Ask that two vectors point the same way (target 1), or do not (-1)."""
    alike = torch.cosine_similarity(input1, input2, dim=-1)
    return _reduced(torch.where(target == 1, 1 - alike, (alike - margin).clamp(min=0)), reduction)


def triplet_margin_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    margin: float = 1.0,
    p: float = 2,
    eps: float = 1e-6,
    swap: bool = False,
    *,
    reduction: str = "mean",
) -> Tensor:
    """Ask that an example be nearer to one of its kind than to one of another, by a margin."""
    near = torch.pairwise_distance(anchor, positive, p, eps)
    far = torch.pairwise_distance(anchor, negative, p, eps)
    if swap:
        far = torch.minimum(far, torch.pairwise_distance(positive, negative, p, eps))
    return _reduced((near - far + margin).clamp(min=0), reduction)


def _reduced(losses: Tensor, reduction: str) -> Tensor:
    """One loss out of many: their mean, their sum, or all of them."""
    if reduction == "none":
        return losses
    if reduction not in ("mean", "sum"):
        raise ValueError(f"{reduction} is not a valid value for reduction")
    return losses.mean() if reduction == "mean" else losses.sum()
