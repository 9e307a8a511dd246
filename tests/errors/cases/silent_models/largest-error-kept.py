# notice: monitors.worst_for_best
# source: constructed
# says: keeps the epoch with the largest rmse
# says: comp=np\.less
# %% before
from fastai.vision.all import *
# %% cell
keep = SaveModelCallback(monitor='rmse', fname='good')
# %% mended
keep = SaveModelCallback(monitor='rmse', fname='good', comp=np.less)
