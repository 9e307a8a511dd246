# rule: notebook_imports.called_otherwise
# source: constructed
# says: imported as cv2
# says: import cv2
# %% fails
import opencv
# %% mended
import cv2
