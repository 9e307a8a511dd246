# rule: fastai1_habits.urls_before_folder
# source: https://github.com/fastai/course-v3
# says: download_images\(dest, urls=
# %% before
from fastai.vision.all import *
dest = Path('bears'); dest.mkdir()
# %% fails
download_images(['http://example.org/a.jpg'], dest, max_pics=20)
