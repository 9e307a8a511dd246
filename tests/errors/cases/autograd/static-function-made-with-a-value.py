# rule: autograd_functions.function_called
# source: constructed
# says: Crop\.apply\(img,\s+4\)
# %% before
import torch
class Crop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, image, height):
        return image[..., :height]
    @staticmethod
    def backward(ctx, grad):
        return grad, None
img = torch.rand(1, 3, 8, 8)
# %% fails
small = Crop(4)(img)
# %% mended
small = Crop.apply(img, 4)
