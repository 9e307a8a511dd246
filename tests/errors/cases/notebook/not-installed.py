# rule: notebook_imports.not_installed
# source: constructed
# says: %pip install opencv\-python
# says: cv2
# %% fails
import cv2
