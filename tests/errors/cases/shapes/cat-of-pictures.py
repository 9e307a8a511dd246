# rule: joining.join_not_a_list
# source: https://stackoverflow.com
# says: np\.array\(o\)
# %% before
import torch, numpy as np
from PIL import Image

pics = [Image.new("L", (6, 6)) for _ in range(3)]
# %% fails
x = torch.stack(pics)
# %% mended
x = torch.stack([torch.as_tensor(np.array(o)) for o in pics])
