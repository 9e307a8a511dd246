# rule: torch_gone.import_gone
# source: constructed
# says: from\s+torchvision\.transforms\.functional\s+import\s+rgb_to_grayscale
# %% fails
from torchvision.transforms.functional_tensor import rgb_to_grayscale
# %% mended
from torchvision.transforms.functional import rgb_to_grayscale
