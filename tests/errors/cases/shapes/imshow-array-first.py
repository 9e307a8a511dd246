# rule: pictures.imshow_shape
# source: https://stackoverflow.com/questions/53623472
# says: channels
# says: transpose\(1, 2, 0\)
# %% before
import numpy as np
import matplotlib.pyplot as plt
img = np.zeros((3, 8, 8))
fig, ax = plt.subplots()
# %% fails
ax.imshow(img)
# %% mended
ax.imshow(img.transpose(1, 2, 0))
