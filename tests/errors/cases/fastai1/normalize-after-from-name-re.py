# rule: fastai1_members.member_of_fastai1
# source: https://github.com/fastai/course-v3
# says: data = ImageDataLoaders.from_name_re\(.*bs=4.*valid_pct=0.25.*Normalize.from_stats\(\*imagenet_stats\)
# says: What ImageDataLoaders.from_name_re
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
# %% fails
data = ImageDataLoaders.from_name_re(Path("pets"), get_image_files("pets"), r"(\w+)_\d+.jpg", bs=4, valid_pct=0.25,
    item_tfms=Resize(32)).normalize(imagenet_stats)
# %% mended
data = ImageDataLoaders.from_name_re(Path("pets"), get_image_files("pets"), r"(\w+)_\d+.jpg", bs=4, valid_pct=0.25,
    item_tfms=Resize(32), batch_tfms=Normalize.from_stats(*imagenet_stats))
