# rule: not opencv_read.picture_not_read
# source: constructed
# %% before
import cv2
# %% fails
img = cv2.imread('no.jpg')
grey = cv2.cvtColor(img)
