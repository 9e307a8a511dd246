# rule: notebook_imports.not_installed
# source: constructed
# says: %pip install scikit\-image
# says: skimage
# %% fails
import skimage
