# rule: boxes_given.without_a_size
# source: https://github.com/pytorch/vision/issues/8376
# says: width\s+or\s+height\s+of\s+0
# %% before
import torch, torchvision
from torchvision.models.detection import fasterrcnn_mobilenet_v3_large_320_fpn
detector = fasterrcnn_mobilenet_v3_large_320_fpn(weights=None, weights_backbone=None, num_classes=2)
imgs = [torch.rand(3, 100, 100)]
targets = [{'boxes': torch.tensor([[5., 6., 20., 30.], [7., 7., 7., 20.]]), 'labels': torch.tensor([1, 1])}]
# %% fails
losses = detector(imgs, targets)
# %% mended
for t in targets:
    keep = (t['boxes'][:, 2] > t['boxes'][:, 0]) & (t['boxes'][:, 3] > t['boxes'][:, 1])
    t['boxes'], t['labels'] = t['boxes'][keep], t['labels'][keep]
losses = detector(imgs, targets)
