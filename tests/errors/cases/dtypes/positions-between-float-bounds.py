# rule: dtypes.in_place_on_integers
# source: https://github.com/ultralytics/yolov5/issues/8644
# says: bounds
# says: cols\.clamp_\(0,\s+int\(size\[0\]\s+-\s+1\)\)
# %% before
import torch
size = torch.tensor([20., 20.])
cols = torch.tensor([3, 25, 7])
# %% fails
cols.clamp_(0, size[0] - 1)
# %% mended
cols.clamp_(0, int(size[0] - 1))
