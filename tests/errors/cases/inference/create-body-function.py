# rule: inference_models.arch_is_a_string
# source: https://github.com/fastai/fastbook/pull/571
# says: create_body\(resnet18\(\)
# %% before
from fastai.vision.all import *
# %% fails
body = create_body(resnet18, pretrained=False, cut=-2)
# %% mended
body = create_body(resnet18(), pretrained=False, cut=-2)
