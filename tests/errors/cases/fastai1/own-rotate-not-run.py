# rule: not fastai1_transforms.transform_of_fastai1
# source: constructed
# %% before
import numpy as np
grid = np.ones((3, 3))
# %% fails
turned = rotate(grid, 90)
