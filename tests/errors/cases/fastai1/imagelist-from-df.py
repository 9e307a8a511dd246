# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: MultiCategoryBlock
# says: ColReader\(0, pref=
# says: ColReader\(1, label_delim=' '\)
# %% before
from PIL import Image as Pic
from pathlib import Path
for c in ["cat", "dog"]:
    Path("pets", c).mkdir(parents=True, exist_ok=True)
    for i in range(8): Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(f"pets/{c}/{c}_{i}.jpg")
from fastai.vision.all import *
path = Path("pets")
df = pd.DataFrame({'image_name': ['cat/cat_1.jpg', 'dog/dog_1.jpg'] * 8, 'tags': ['a b', 'b'] * 8})
# %% fails
src = (ImageList.from_df(df, path)
       .split_by_rand_pct(0.2)
       .label_from_df(label_delim=' '))
