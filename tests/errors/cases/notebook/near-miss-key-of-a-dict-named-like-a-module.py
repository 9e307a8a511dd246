# rule: python_attributes.method_of_another_type
# source: constructed
# says: is one of its keys
# %% before
from fastai.vision.all import *
models = {"resnet18": 0.9, "resnet34": 0.8}
# %% fails
models.resnet18
# %% mended
models["resnet18"]
