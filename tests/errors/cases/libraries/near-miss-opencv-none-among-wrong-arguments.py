# rule: not opencv_read.picture_not_read
# source: constructed
# %% before
import cv2
def show(img): print(img)
# %% fails
img = cv2.imread('no.jpg')
show(img, 'grey')
