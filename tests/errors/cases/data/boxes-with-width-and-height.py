# rule: boxes_given.without_a_size
# source: https://github.com/pytorch/vision/issues/2740
# says: box_convert
# %% before
import torch, torchvision
from torchvision.models.detection import fasterrcnn_mobilenet_v3_large_320_fpn
detector = fasterrcnn_mobilenet_v3_large_320_fpn(weights=None, weights_backbone=None, num_classes=2)
imgs = [torch.rand(3, 100, 100)]
targets = [{'boxes': torch.tensor([[50., 60., 20., 30.]]), 'labels': torch.tensor([1])}]
# %% fails
losses = detector(imgs, targets)
# %% mended
for t in targets:
    t['boxes'] = torchvision.ops.box_convert(t['boxes'], 'xywh', 'xyxy')
losses = detector(imgs, targets)
