# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: SegmentationItemList
# says: SegmentationDataLoaders|MaskBlock
# %% before
from fastai.vision.all import *
# %% fails
src = (SegmentationItemList.from_folder('images').split_by_fname_file('../valid.txt'))
