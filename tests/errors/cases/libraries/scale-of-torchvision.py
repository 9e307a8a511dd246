# rule: libraries_gone.name_gone
# source: constructed
# says: transforms has no Scale any more
# says: transforms\.Resize\(32\)
# %% before
from torchvision import transforms
# %% fails
t = transforms.Scale(32)
# %% mended
t = transforms.Resize(32)
