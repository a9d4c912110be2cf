"""Invented people, papers and offices for the by-lines of composed pages."""

from __future__ import annotations

from random import Random

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁韦马方袁柳鲍史唐费岑薛雷贺倪汤罗郝安傅齐康"
    "伍余顾孟黄萧尹姚邵汪毛戴宋庞熊纪项祝董梁杜阮蓝季贾路江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万柯管卢莫房解应丁邓洪石崔龚程"
    "陆翁曲封段焦侯武刘景詹叶白蒲乔温庄柴阎易廖耿匡文寇欧聂游谭申冉关祁肖佟苗甄"
)
COMPOUND = ("欧阳", "司徒", "上官", "诸葛", "司马", "夏侯", "皇甫", "尉迟", "慕容", "令狐")
GIVEN = (
    "子文思雨晓明佳怡浩然嘉欣国强建军志远海燕丽娟秀英桂兰永康宇航梦洁雪莹振华光辉天佑小婷立新淑芬凯旋若曦静怡晨曦一凡书瑶景行超群德胜"
    "玉梅春生泽霖少芬可欣锦程丹彤启航宏伟艺涵楚云向阳红霞正阳敏仪慧琳炜东亚楠颖诗琪俊杰鹏程瑞雪乐天青山望舒芷若承志砚秋"
)
MINORITY = ("阿依古丽·买买提", "艾力·吐尔逊", "古丽娜尔·艾山", "扎西·顿珠")
PLACES = (
    "云溪",
    "沧浪",
    "青禾",
    "望江",
    "松岭",
    "石桥",
    "柳湾",
    "玉屏",
    "龙门",
    "南浦",
    "临川",
    "白鹭",
    "凤岗",
    "星湖",
    "澜桥",
    "丹霞",
)
CITIES = (
    "北京",
    "上海",
    "广州",
    "武汉",
    "呼和浩特",
    "乌鲁木齐",
    "南京",
    "成都",
    "哈尔滨",
    "西安",
    "福州",
    "南宁",
    "海口",
    "兰州",
    "南平",
)
PAPER_ENDINGS = ("日报", "晚报", "晨报", "商报", "都市报", "时报", "特区报", "青年报", "新报")
PAPERS = (
    "南方日报",
    "湖北日报",
    "长江日报",
    "羊城晚报",
    "新快报",
    "江门日报",
    "惠州日报",
    "北京商报",
    "科技日报",
    "大众日报",
    "信息时报",
)
ONLINE = ("华声在线", "南方网", "红网", "云溪在线", "青禾网")
OFFICES = (
    "区委巡察办",
    "市教育局",
    "区委宣传部",
    "县融媒体中心",
    "市应急管理局",
    "区妇联",
    "市税务局",
    "镇党政办",
    "团市委",
    "市总工会",
    "区城管局",
    "市公安局",
    "市中级人民法院",
    "区督查办",
    "市市场监管局",
    "县气象局",
    "水务集团",
    "市文旅局",
)
PEN_ENDINGS = "宣轩组税公检文消环农"


def person(rng: Random, size: int | None = None) -> str:
    """Return an invented name of two or three characters (``size``), now and then a longer one."""
    if size is None and rng.random() < 0.01:
        return rng.choice(MINORITY)
    if size is None and rng.random() < 0.025:
        return rng.choice(COMPOUND) + "".join(rng.sample(GIVEN, rng.choice((1, 2))))
    given = (size or (2 if rng.random() < 0.22 else 3)) - 1
    return rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, given))


def people(rng: Random, count: int, size: int | None = None) -> list[str]:
    """Return ``count`` different names."""
    made: list[str] = []
    while len(made) < count:
        name = person(rng, size)
        if name not in made:
            made.append(name)
    return made


def pen_name(rng: Random) -> str:
    """Return an office's pen-name: ``龙门宣``."""
    return rng.choice(PLACES) + rng.choice(PEN_ENDINGS)


def paper(rng: Random) -> str:
    """Return the name of a newspaper, an invented one more often than not."""
    return rng.choice(PAPERS) if rng.random() < 0.4 else rng.choice(PLACES) + rng.choice(PAPER_ENDINGS)
