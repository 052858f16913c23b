import type { ReactNode } from 'react';
import icon from './icon.svg';

/** The head of the page: what this is, in one line. */
export function Masthead(): ReactNode {
  return (
    <header className="masthead">
      <img className="masthead-icon" src={icon} alt="" width="36" height="36" />
      <div className="masthead-words">
        <h1>
          福州市公共信用图谱 <span lang="en">Credit Graph</span>
        </h1>
        <p>
          一次查询，汇集市场监管、人民法院与各审批、处罚部门对一家企业的信用记录；以统一社会信用代码为键，每条记录都注明来源部门。
        </p>
      </div>
      <dl className="masthead-facts">
        <div>
          <dt>接口</dt>
          <dd>
            <code>POST /graphql</code>
          </dd>
        </div>
        <div>
          <dt>凭证</dt>
          <dd>公众免凭证；部门在 Headers 填写令牌</dd>
        </div>
        <div>
          <dt>报告</dt>
          <dd>
            <code>GET /reports/代码.pdf</code> <a href="/verify">核验报告</a>
          </dd>
        </div>
      </dl>
    </header>
  );
}
