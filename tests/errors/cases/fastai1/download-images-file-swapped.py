# rule: fastai1_habits.urls_before_folder
# source: https://github.com/fastai/course-v3
# says: url_file=Path\('urls\.txt'\)
# %% before
from fastai.vision.all import *
dest = Path('bears'); dest.mkdir()
Path('urls.txt').write_text('')
# %% fails
download_images('urls.txt', dest, max_pics=20)
# %% mended
download_images(dest, url_file=Path('urls.txt'), max_pics=20)
